/** An .svg file is imported as its text; the icon component draws it. */
declare module '*.svg' {
  const text: string;
  export default text;
}
