package org.rongyi.platform.ui.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.ui.Explained;
import org.rongyi.platform.ui.MessagePage;
import org.rongyi.platform.ui.Pages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.InvalidMimeTypeException;
import tools.jackson.databind.json.JsonMapper;

/** Answers a request that failed: people get a page, programs {@code application/problem+json}. */
@Component
class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Pages pages;
    private final JsonMapper json;

    /** RFC 9457. */
    record Problem(
            String type,
            String title,
            int status,
            String detail,
            @Nullable String reference) {}

    Failures(Pages pages, JsonMapper json) {
        this.pages = pages;
        this.json = json;
    }

    void answer(int status, @Nullable Throwable cause, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var path = pathOf(request);
        if (FullDisk.isCauseOf(cause)) {
            LOG.error("{} {}: there is no room on the disk", request.getMethod(), path);
            status = FullDisk.STATUS;
        } else if (status == 500 && Outage.isCauseOf(cause)) {
            LOG.warn("{} {}: the database cannot be reached", request.getMethod(), path);
            response.setHeader(HttpHeaders.RETRY_AFTER, Outage.RETRY_SECONDS);
            status = 503;
        }
        var page = page(status, cause, request);
        if (status >= 500 && status != 503 && status != FullDisk.STATUS) {
            var reference = reference();
            LOG.error("{} {} failed, reference {}", request.getMethod(), path, reference, cause);
            page = page.referredTo(reference);
        }
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(status);
        if (wantsJson(request, path)) {
            var problem =
                    new Problem("about:blank", page.title(), status, page.happened() + page.advice(), page.reference());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(json.writeValueAsBytes(problem));
            return;
        }
        write(page, request, response);
    }

    private static MessagePage page(int status, @Nullable Throwable cause, HttpServletRequest request) {
        if (cause instanceof Explained told) {
            return told.page();
        }
        return request.getAttribute(MessagePage.STALE_FORM) == null ? MessagePage.of(status) : MessagePage.staleForm();
    }

    /** The frame itself may be what failed, with the database for example: then the page comes without it. */
    private void write(MessagePage page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (page.status() < 500) {
            try {
                pages.write(page, request, response);
                return;
            } catch (RuntimeException unframed) {
                LOG.warn("no frame for the page of status {}", page.status(), unframed);
            }
        }
        pages.writePlain(page, request, response);
    }

    /** What was asked for, also when the server has since sent the request on to its error page. */
    private static String pathOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String first
                ? first
                : request.getRequestURI();
    }

    private static boolean wantsJson(HttpServletRequest request, String path) {
        return path.startsWith("/public/")
                || path.startsWith("/api/")
                || path.endsWith(".json")
                || prefersJson(request.getHeader(HttpHeaders.ACCEPT));
    }

    private static boolean prefersJson(@Nullable String accept) {
        if (accept == null) {
            return false;
        }
        try {
            return weight(accept, MediaType.APPLICATION_JSON) > weight(accept, MediaType.TEXT_HTML);
        } catch (InvalidMimeTypeException | InvalidMediaTypeException strange) {
            return false;
        }
    }

    private static double weight(String accept, MediaType wanted) {
        List<MediaType> types = MediaType.parseMediaTypes(accept);
        return types.stream()
                .filter(t -> t.includes(wanted)
                        || t.getSubtype().equals("problem+json")
                                && wanted.getSubtype().equals("json"))
                .mapToDouble(MediaType::getQualityValue)
                .max()
                .orElse(0);
    }

    /** Eight letters and digits a person can read out on the phone. */
    private static String reference() {
        var id = Long.toString(Ids.next().getLeastSignificantBits() & Long.MAX_VALUE, 32)
                .toUpperCase(Locale.ROOT);
        return id.substring(id.length() - 8);
    }
}
