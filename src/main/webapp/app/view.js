/** The one place that knows the template library. Whatever is put into a template is text, never markup. */
export { html, svg, nothing, render } from '../lib/lit-html/lit-html.js';
export { repeat } from '../lib/lit-html/directives/repeat.js';
export { live } from '../lib/lit-html/directives/live.js';
