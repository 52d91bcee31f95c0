import { SkyElement } from '../element.js';
import { html, nothing } from '../view.js';

/** `<sky-map .flight=id>`: where a flight's images were taken. Shows nothing while that can't be asked. */
class SkyMap extends SkyElement {
  flight = null;

  view() {
    return nothing;
  }
}

customElements.define('sky-map', SkyMap);
