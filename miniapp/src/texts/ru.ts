export default Object.values(
  import.meta.glob<string>('../../../locales/ru/{access,alerts,console,miniapp,notifications}.ftl', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);
