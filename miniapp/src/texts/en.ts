export default Object.values(
  import.meta.glob<string>('../../../locales/en/{access,console,miniapp}.ftl', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);
