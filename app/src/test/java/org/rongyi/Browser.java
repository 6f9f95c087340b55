package org.rongyi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rongyi.platform.access.Personas;

/** Somebody at the program's door, with cookies and forms and nothing else. */
public final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern POST = Pattern.compile("name=\"_post\" value=\"([^\"]+)\"");

    private final URI base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private String token = "";
    private String tokenOf = "";

    public Browser(int port) {
        this.base = URI.create("http://127.0.0.1:" + port);
    }

    public static Browser signedIn(int port, Personas.Entry persona) {
        var browser = new Browser(port);
        var answer = browser.post("/sign-in", Map.of("username", persona.username(), "password", persona.password()));
        if (answer.statusCode() != 303) {
            throw new AssertionError(persona.username() + " could not sign in: " + answer.statusCode());
        }
        return browser;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    /** The same with headers: name, value, name, value. */
    public HttpResponse<String> getWith(String path, String... headers) {
        return send(HttpRequest.newBuilder(base.resolve(path)).headers(headers).GET());
    }

    /** The value of a cookie of this browser. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Puts a cookie into this browser, as whoever got at the machine would. */
    public void plant(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookie.setDomain(base.getHost());
        cookies.getCookieStore().add(base, cookie);
    }

    /** A file, as it is. */
    public byte[] download(String path) {
        try {
            var request = HttpRequest.newBuilder(base.resolve(path)).GET().build();
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Posts a form with a fresh CSRF token of this browser. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return postAsIs(path, withToken(fields));
    }

    /** The fields as they would be posted now, for who posts them later, or twice. */
    public Map<String, String> withToken(Map<String, String> fields) {
        var form = new java.util.LinkedHashMap<>(fields);
        form.put("_csrf", csrf());
        return form;
    }

    /** Posts exactly these fields. */
    public HttpResponse<String> postAsIs(String path, Map<String, String> fields) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(written(fields))));
    }

    private static String written(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /**
     * Posts these fields and hangs up without waiting for an answer, as where the network is lost.
     *
     * @param share of the form that still goes out, from 0 to 1
     */
    public void postAndHangUp(String path, Map<String, String> fields, double share) {
        var form = written(fields).getBytes(StandardCharsets.UTF_8);
        var cookie = cookies.getCookieStore().get(base).stream()
                .map(one -> one.getName() + "=" + one.getValue())
                .collect(Collectors.joining("; "));
        var head = String.join(
                "\r\n",
                "POST " + path + " HTTP/1.1",
                "Host: " + base.getAuthority(),
                "Cookie: " + cookie,
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + form.length,
                "",
                "");
        try (var line = new Socket(base.getHost(), base.getPort())) {
            var out = line.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(form, 0, (int) (share * form.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Posts fields that may come several times, written as a form writes them, with a fresh CSRF token. */
    public HttpResponse<String> postRaw(String path, String fields) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields + "&_csrf=" + encode(csrf()))));
    }

    /** Posts a form with one file and a fresh CSRF token. */
    public HttpResponse<String> upload(
            String path, Map<String, String> fields, String field, String fileName, byte[] file) {
        var boundary = "----rongyi" + System.nanoTime();
        var form = new java.util.LinkedHashMap<>(fields);
        form.put("_csrf", csrf());
        var body = new java.io.ByteArrayOutputStream();
        form.forEach((name, value) -> body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                        + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    public int port() {
        return base.getPort();
    }

    /** The post a form of this page was opened under. */
    public String postOf(String path) {
        var found = POST.matcher(get(path).body());
        if (!found.find()) {
            throw new AssertionError(path + " has no form with a post");
        }
        return found.group(1);
    }

    /** That of the last page it looked at for one, as long as its cookie is still the same. */
    private String csrf() {
        var cookie = cookie("XSRF-TOKEN");
        if (cookie.isEmpty() || !cookie.equals(tokenOf)) {
            token = freshCsrf();
            tokenOf = cookie("XSRF-TOKEN");
        }
        return token;
    }

    private String freshCsrf() {
        var help = get("/help");
        var found = CSRF.matcher(help.body());
        if (!found.find()) {
            throw new NoForm(help);
        }
        return found.group(1);
    }

    /** No form can be sent, because the page that has one was not shown. */
    public static final class NoForm extends AssertionError {

        private final transient HttpResponse<String> shown;

        NoForm(HttpResponse<String> shown) {
            super("the help page has no form, it was answered " + shown.statusCode());
            this.shown = shown;
        }

        /** What was shown instead. */
        public HttpResponse<String> shown() {
            return shown;
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
