/** A thing with the version that was seen, for the edit that follows: it goes back as `If-Match`. */

export type Tagged<T> = T & { etag: string };

export function tagged<T>({ data, response }: { data?: T; response: Response }): Tagged<T> {
  return { ...data!, etag: response.headers.get('etag') ?? '*' };
}
