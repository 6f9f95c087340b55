package org.rongyi.platform.documents.print;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.ui.Pages;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * 打印台账: a list's export, asked for under {@code …/print} instead of {@code …/export.xlsx}, comes as a page for paper: the same
 * rows under the same filter and the same trail. The rows are read inside the export's transaction, the page is written after it.
 */
@Configuration(proxyBeanMethods = false)
public class PrintedLists implements WebMvcConfigurer {

    /** How the address of a list for paper ends. */
    public static final String PRINT = "/print";

    public static final int MOST_ROWS = PrintedListPage.MOST_ROWS;

    private static final String KEPT = PrintedLists.class.getName();

    private final Pages pages;

    PrintedLists(Pages pages) {
        this.pages = pages;
    }

    /** Takes the values of one row. */
    public interface Rows {
        void writeTo(Consumer<List<? extends @Nullable Object>> row);
    }

    /**
     * What stands above the rows.
     *
     * @param page the address of the page that offers a list without a filter; none where the list has a page of its own
     */
    public record Head(
            String title,
            List<String> lines,
            List<String> headers,
            @Nullable String page) {
        public Head {
            lines = List.copyOf(lines);
            headers = List.copyOf(headers);
        }
    }

    /** Whether the request that is being answered asks for paper. */
    public static boolean isAskedFor() {
        return now() instanceof HttpServletRequest request
                && request.getRequestURI().endsWith(PRINT);
    }

    /** Whether whoever asks has not signed in. */
    public static boolean isForVisitor() {
        return now() instanceof HttpServletRequest request
                && request.getAttribute(Actor.class.getName()) instanceof Actor.Visitor;
    }

    /** Keeps the rows of the list until its page is written; answers how many: none of one that is too long for paper. */
    public static int keep(Head head, Rows rows) {
        if (!(now() instanceof HttpServletRequest request)) {
            throw new IllegalStateException("a list is printed for a request");
        }
        var kept = new ArrayList<List<? extends @Nullable Object>>();
        boolean tooLong = false;
        try {
            rows.writeTo(row -> {
                if (kept.size() == PrintedListPage.MOST_ROWS) {
                    throw new TooLong();
                }
                kept.add(row);
            });
        } catch (TooLong e) {
            tooLong = true;
            kept.clear();
        }
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        var path = request.getRequestURI();
        var page = head.page();
        var list = page == null ? path.substring(0, path.length() - PRINT.length()) + query : page;
        boolean mayExport = !isForVisitor();
        request.setAttribute(
                KEPT,
                new PrintedListPage(
                        head.title(),
                        head.lines(),
                        head.headers(),
                        kept,
                        tooLong,
                        mayExport,
                        page == null,
                        list,
                        path + query));
        return kept.size();
    }

    private static @Nullable HttpServletRequest now() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                ? now.getRequest()
                : null;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public void postHandle(
                    HttpServletRequest request,
                    HttpServletResponse response,
                    Object handler,
                    @Nullable ModelAndView model)
                    throws IOException {
                if (request.getAttribute(KEPT) instanceof PrintedListPage page) {
                    pages.write(page, request, response);
                }
            }
        });
    }

    /** Ends the reading of a list of which nothing will be printed. */
    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLong() {
            super("more rows than paper holds", null, false, false);
        }
    }
}
