package org.rongyi.platform.documents.issued;

import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where the public finds the check page: {@code rongyi.address} as it is known outside ({@code https://…}). Without it, the address
 * the clerk who issues came by, which is right on one network only.
 */
@Component
class CheckAddress {

    static final String PATH = "/check";

    private final String outside;

    CheckAddress(Environment environment) {
        this.outside = environment.getProperty("rongyi.address", "").strip().replaceAll("/+$", "");
        if (!outside.isEmpty() && !outside.matches("https?://[^\\s/?#]+(/[^\\s?#]*)?")) {
            throw new IllegalStateException("rongyi.address 应是外网能打开的网址，如 https://rongyi.example.gov.cn，现在是：" + outside);
        }
    }

    /** The page for whoever types. */
    String page() {
        if (!outside.isEmpty()) {
            return outside + PATH;
        }
        return RequestContextHolder.getRequestAttributes() == null
                ? PATH
                : ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path(PATH)
                        .toUriString();
    }

    /** What a QR code opens. */
    static String of(String page, String number, String code) {
        return UriComponentsBuilder.fromUri(URI.create(page))
                .pathSegment(number)
                .queryParam("code", code)
                .toUriString();
    }
}
