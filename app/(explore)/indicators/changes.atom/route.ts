import { statusFeed } from '@/app/_http/status-feed';

/** When any indicator came to say something else, as an Atom feed. */
export async function GET(request: Request): Promise<Response> {
  return statusFeed(request, null);
}

export { GET as HEAD };
