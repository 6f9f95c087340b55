package org.rongyi.platform.ui.web;

import java.time.Duration;
import java.util.List;
import org.rongyi.platform.ui.Assets;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets controllers return pages, and serves the kit's own files for good: their addresses change with their content. */
@Configuration(proxyBeanMethods = false)
class UiWeb implements WebMvcConfigurer {

    private final PageWriter writer;

    UiWeb(PageWriter writer) {
        this.writer = writer;
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(writer);
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.addCustomConverter(writer);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/ui/*.css", "/ui/*.js", "/ui/*.svg")
                .addResourceLocations("classpath:/static/ui/", "classpath:" + Assets.HTMX_FOLDER)
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }
}
