package io.skyferry.browser.kit;

import com.microsoft.playwright.options.ColorScheme;

/** What somebody looks at the page with. */
public enum Look {
    LIGHT(ColorScheme.LIGHT, 1280, 860),
    DARK(ColorScheme.DARK, 1280, 860),
    PHONE(ColorScheme.LIGHT, 360, 780);

    private final ColorScheme scheme;
    private final int width;
    private final int height;

    Look(ColorScheme scheme, int width, int height) {
        this.scheme = scheme;
        this.width = width;
        this.height = height;
    }

    ColorScheme scheme() {
        return scheme;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }
}
