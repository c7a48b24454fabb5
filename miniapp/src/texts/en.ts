export default Object.values(
  import.meta.glob<string>('../../../locales/en/{access,alerts,console,miniapp}.ftl', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);
