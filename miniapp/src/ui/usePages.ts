/** A list that comes in pages by key: everything that was loaded so far, and how to get more. */
import { useInfiniteQuery } from '@tanstack/react-query';

interface Page<T> {
  items: T[];
  next?: string | null | undefined;
}

export function usePages<T>(key: readonly unknown[], load: (after: string | undefined) => Promise<Page<T>>) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const { error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const data = query.data?.pages.flatMap((page) => page.items);
  return {
    data,
    error,
    refetch,
    more: hasNextPage ? () => void fetchNextPage() : undefined,
    isLoadingMore: isFetchingNextPage,
  };
}
