package io.skyferry.page;

import io.skyferry.platform.config.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.util.Set;

/** Answers everything outside the API: the shell, the files, or that there is nothing. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class PageFilter extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final String ASSETS = "/assets/";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Inject
    private transient Settings settings;

    private transient PageHeaders headers;
    private transient PageFiles files;

    @Override
    public void init(FilterConfig config) throws ServletException {
        super.init(config);
        headers = new PageHeaders(settings.page().mapTiles());
        files = new PageFiles(config.getServletContext());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        // Tests inside the server add a servlet of their own.
        boolean servlet = request.getHttpServletMapping().getMappingMatch() == MappingMatch.EXACT;
        if (servlet || path.equals("/api") || path.startsWith("/api/")) {
            chain.doFilter(request, response);
            return;
        }
        headers.addTo(response);
        if (!READING.contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (PageRoutes.contains(path)) {
            shell(response, HttpServletResponse.SC_OK);
        } else if (!sendFile(path, response)) {
            shell(response, HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** An unknown address gets the shell as well, which says so in words and leads on. */
    private void shell(HttpServletResponse response, int status) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-cache");
        response.getOutputStream().write(files.shell());
    }

    /** Under the digest of another version there are this version's files, for a page that was open over an upgrade. */
    private boolean sendFile(String path, HttpServletResponse response) throws IOException {
        int end = path.indexOf('/', ASSETS.length());
        if (!path.startsWith(ASSETS) || end < 0 || !files.contains(path.substring(end))) {
            return false;
        }
        String file = path.substring(end);
        boolean current = path.startsWith(files.base());
        response.setHeader("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache");
        response.setContentType(PageFiles.type(file));
        response.getOutputStream().write(files.read(file));
        return true;
    }
}
