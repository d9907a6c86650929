// The one-file bundle loads in a tenth of the time that the package's hundreds of modules take; it ships no types.
declare module 'echarts/dist/echarts.esm.min.mjs' {
  export * from 'echarts';
}
