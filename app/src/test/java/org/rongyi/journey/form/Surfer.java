package org.rongyi.journey.form;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.access.Personas;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Somebody at the program's door within the test's own thread: filters, session and token as ever, and no wire. */
final class Surfer {

    /** An exception that nothing in the program made an answer of. */
    static final int THROWN = 599;

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern POST = Pattern.compile("name=\"_post\" value=\"([^\"]+)\"");
    /** On one of these stands a form that says under which post it was opened. */
    private static final List<String> WITH_A_FORM = List.of(
            "/persons/new",
            "/units/new",
            "/me/correction",
            "/me/kin",
            "/funds/new",
            "/imports",
            "/recruiting",
            "/account");

    private static final byte[] PICTURE = picture();

    /** Each asks from an address of its own, as the proxy would tell: the limits are tested elsewhere. */
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    final String name;
    private String username = "";
    private final MockMvc web;
    private final Cookie token = new Cookie("XSRF-TOKEN", UUID.randomUUID().toString());
    private @Nullable Cookie session;
    private final String csrf;
    private String post = "";

    private Surfer(String name, MockMvc web) {
        this.name = name;
        this.web = web;
        this.csrf = first(CSRF, open("/help").body());
    }

    /** One value that is sent. */
    record Sent(String name, String value, boolean isFile) {

        Sent(String name, String value) {
            this(name, value, false);
        }
    }

    /** What came back; the body of a page only. */
    record Answer(int status, String body, String location) {

        boolean isDone() {
            return status < 400 && !location.startsWith("/sign-in");
        }
    }

    static Surfer visitor(MockMvc web) {
        return new Surfer("public", web);
    }

    static Surfer signedIn(MockMvc web, String name, Personas.Entry persona) {
        var surfer = new Surfer(name, web);
        surfer.username = persona.username();
        surfer.signIn(persona);
        return surfer;
    }

    private void signIn(Personas.Entry persona) {
        var form = post(URI.create("/sign-in"))
                .param("username", persona.username())
                .param("password", persona.password())
                .param("_csrf", csrf);
        try {
            session = web.perform(as(form)).andReturn().getResponse().getCookie("rongyi_session");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        if (session == null) {
            throw new AssertionError(persona.username() + " could not sign in");
        }
        for (var page : WITH_A_FORM) {
            post = post.isEmpty() ? first(POST, open(page).body()) : post;
        }
    }

    String username() {
        return username;
    }

    Answer open(String path) {
        return perform(get(
                URI.create(path.replaceAll("(\\?[a-z-]+)$", "$1=")))); // on the wire a flag is empty, here it were none
    }

    /** Sends it, with his own token in place of the one that stands in the form. */
    Answer send(String action, boolean files, List<Sent> fields) {
        var uri = URI.create(action);
        if (!files) {
            var form = post(uri);
            fields.forEach(field -> form.param(field.name(), mine(field)));
            return perform(form);
        }
        var form = multipart(uri);
        for (var field : fields) {
            if (field.isFile()) {
                form.file(new MockMultipartFile(field.name(), "扫描件.png", "image/png", PICTURE));
            } else {
                form.param(field.name(), mine(field));
            }
        }
        return perform(form);
    }

    /** The post he is at work under; empty for who has none. */
    String openedUnder() {
        return post;
    }

    private String mine(Sent field) {
        return field.name().equals("_csrf") ? csrf : field.value();
    }

    private Answer perform(AbstractMockHttpServletRequestBuilder<?> request) {
        try {
            var answer = web.perform(as(request)).andReturn().getResponse();
            var type = String.valueOf(answer.getContentType());
            var location = answer.getHeader("Location");
            return new Answer(
                    answer.getStatus(),
                    type.startsWith("text/html") ? answer.getContentAsString(StandardCharsets.UTF_8) : "",
                    location == null ? "" : location);
        } catch (Exception e) {
            return new Answer(THROWN, String.valueOf(e), "");
        }
    }

    private AbstractMockHttpServletRequestBuilder<?> as(AbstractMockHttpServletRequestBuilder<?> request) {
        int address = ADDRESSES.incrementAndGet();
        request.with(sent -> {
            sent.setRemoteAddr("198.18." + address / 250 % 250 + "." + address % 250);
            return sent;
        });
        return session == null ? request.cookie(token) : request.cookie(token, session);
    }

    private static String first(Pattern pattern, String html) {
        var found = pattern.matcher(html);
        return found.find() ? found.group(1) : "";
    }

    private static byte[] picture() {
        var image = new java.awt.image.BufferedImage(32, 32, java.awt.image.BufferedImage.TYPE_INT_RGB);
        var bytes = new java.io.ByteArrayOutputStream();
        try {
            javax.imageio.ImageIO.write(image, "png", bytes);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return name;
    }
}
