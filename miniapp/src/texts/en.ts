export default Object.values(
  import.meta.glob<string>('../../../locales/en/{access,alerts,console,miniapp,notifications}.ftl', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);
