package org.rongyi.platform.ui.web;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Pages;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Writes a page that a controller returned, alone or as the body of an answer with a status. */
@Component
class PageWriter implements HandlerMethodReturnValueHandler, HttpMessageConverter<Page> {

    private final Pages pages;

    PageWriter(Pages pages) {
        this.pages = pages;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return Page.class.isAssignableFrom(returnType.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object page, MethodParameter type, ModelAndViewContainer container, NativeWebRequest request)
            throws IOException {
        container.setRequestHandled(true);
        if (page == null) {
            throw new IllegalStateException(type.getExecutable() + " promised a page and returned none");
        }
        write((Page) page, (ServletWebRequest) request);
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType media) {
        return false;
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType media) {
        return Page.class.isAssignableFrom(type) && (media == null || MediaType.TEXT_HTML.includes(media));
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.TEXT_HTML);
    }

    @Override
    public Page read(Class<? extends Page> type, HttpInputMessage input) {
        throw new IllegalStateException("pages are never read");
    }

    @Override
    public void write(Page page, @Nullable MediaType media, HttpOutputMessage output) throws IOException {
        if (!(output instanceof ServletServerHttpResponse response)
                || !(RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes now)) {
            throw new IllegalStateException("a page answers a servlet request");
        }
        response.getHeaders()
                .forEach((name, values) ->
                        values.forEach(value -> response.getServletResponse().addHeader(name, value)));
        pages.write(page, now.getRequest(), response.getServletResponse());
    }

    private void write(Page page, ServletWebRequest request) throws IOException {
        var response = request.getResponse();
        if (response == null) {
            throw new IllegalStateException("a page answers a servlet request");
        }
        pages.write(page, request.getRequest(), response);
    }
}
