import { answering } from '@/app/_http/answer-file';
import { statusFeed } from '@/app/_http/status-feed';

/** When any indicator came to say something else, as an Atom feed. */
export const GET = answering(async (request) => {
  return statusFeed(request, null);
});

export { GET as HEAD };
