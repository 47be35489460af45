// Copies the style sheets and fonts we use from node_modules to wwwroot/lib. No bundler, no third-party host at run time.
import { cpSync, mkdirSync } from "node:fs";
const files = {
  "@utrecht/component-library-css/dist/index.css": "utrecht.css",
  "@utrecht/component-library-css/dist/html.css": "utrecht-html.css",
  "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css": "theme.css",
  "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2": "source-sans-3-latin.woff2",
  "@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2": "source-sans-3-latin-ext.woff2",
};
mkdirSync("wwwroot/lib", { recursive: true });
for (const [from, to] of Object.entries(files)) cpSync(`node_modules/${from}`, `wwwroot/lib/${to}`);
