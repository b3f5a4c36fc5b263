/** The name of the built panel, put in by build.mjs. */
declare const PANEL_FILE: string;

declare module "*.css" {
  const text: string;
  export default text;
}
