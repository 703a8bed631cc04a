export function commentPage(
  markdown: string,
  about: { readonly theme: 'light' | 'dark'; readonly width: number },
): string;
