/** Light or dark, as the person's system has it, and as it changes: `ui.css` reads it off the root. */
export function followSystem(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => {
    document.documentElement.dataset.scheme = dark.matches ? 'dark' : 'light';
  };
  dark.addEventListener('change', follow);
  follow();
}
