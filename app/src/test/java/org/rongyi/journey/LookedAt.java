package org.rongyi.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.Page;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpEntity;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.HandlerMethodReturnValueHandlerComposite;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Which pages a real browser was shown: it stands before whatever writes them, until it is closed. What is fetched without being
 * shown, as the walk does to find its way, does not count.
 */
final class LookedAt implements HandlerMethodReturnValueHandler, AutoCloseable {

    private static final Path SOURCES = Path.of("src/main/java");

    private final Set<String> templates = new ConcurrentSkipListSet<>();
    private final RequestMappingHandlerAdapter adapter;
    private final List<HandlerMethodReturnValueHandler> before;
    private final HandlerMethodReturnValueHandlerComposite writers = new HandlerMethodReturnValueHandlerComposite();

    LookedAt(ApplicationContext program) {
        adapter = program.getBean("requestMappingHandlerAdapter", RequestMappingHandlerAdapter.class);
        before = Objects.requireNonNull(adapter.getReturnValueHandlers());
        writers.addHandlers(before);
        adapter.setReturnValueHandlers(List.of(this));
    }

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return writers.supportsReturnType(type);
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest request)
            throws Exception {
        var shown = value instanceof HttpEntity<?> entity ? entity.getBody() : value;
        if (shown instanceof Page page && "document".equals(request.getHeader("Sec-Fetch-Dest"))) {
            templates.add(page.getClass().getName());
        }
        writers.handleReturnValue(value, type, container, request);
    }

    /** Pages of the program that were not shown. */
    Set<String> missing() {
        var missing = all();
        missing.removeAll(templates);
        return missing;
    }

    /** By the name of the class beside whose source the template stands. */
    static Set<String> all() {
        try (var files = Files.walk(SOURCES)) {
            var names = new TreeSet<String>();
            files.map(file -> SOURCES.relativize(file).toString())
                    .filter(file -> file.endsWith("Page.jte"))
                    .forEach(file -> names.add(file.replace(".jte", "").replace('/', '.')));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        adapter.setReturnValueHandlers(before);
    }
}
