/** What the bundler makes of imports that are no modules. */
declare module '*.css'
declare module '*?worker&url' {
  const url: string
  export default url
}
declare module '*?url' {
  const url: string
  export default url
}
