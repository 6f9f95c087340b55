package org.rongyi.platform.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Turns a page into HTML by the template that stands beside it. */
@Component
public class Pages {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final ObjectProvider<FrameSource> frames;
    private final Clock clock;

    Pages(ObjectProvider<FrameSource> frames, Clock clock) {
        this.frames = frames;
        this.clock = clock;
    }

    /** Writes the whole page at once: a template that fails leaves nothing half written. */
    public void write(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var source = frames.getObject();
        var frame = source.frameFor(request).resting(source.proposed(page.restsOn()));
        write(page, frame, () -> source.station(request), response);
    }

    /** The page as a visitor would see it: when it is unknown who asks, or asking failed. */
    public void writePlain(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(page, Frame.visitor(request, LocalDate.now(clock)), Optional::empty, response);
    }

    private void write(Page page, Frame around, Supplier<Optional<String>> station, HttpServletResponse response)
            throws IOException {
        var frame = around.showing(page);
        var html = render(page, frame, station);
        response.setContentType("text/html;charset=UTF-8");
        if (frame.flash() != null) {
            response.addHeader(HttpHeaders.SET_COOKIE, Flash.spent());
        }
        response.setContentLength(html.getContentLength());
        html.writeTo(response.getOutputStream());
    }

    Utf8ByteOutput render(Page page, Frame frame) {
        return render(page, frame, Optional::empty);
    }

    Utf8ByteOutput render(Page page, Frame frame, Supplier<Optional<String>> station) {
        var output = new Utf8ByteOutput();
        var template = page.getClass().getName().replace('.', '/') + ".jte";
        Reading.with(frame, station, () -> templates.render(template, Map.of("page", page, "frame", frame), output));
        return output;
    }
}
