import { answerApi } from '@/app/_http/api/answer';

/** Every address of the API: the table of operations (lib/api/routes.ts) says what each answers. */
export async function GET(request: Request): Promise<Response> {
  return answerApi(request);
}

export { GET as HEAD, GET as POST, GET as PUT, GET as PATCH, GET as DELETE, GET as OPTIONS };
