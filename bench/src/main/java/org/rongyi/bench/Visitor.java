package org.rongyi.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rongyi.platform.access.Personas;

/** Somebody signed in over HTTP, on one kept connection. */
final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern POST = Pattern.compile("name=\"_post\" value=\"([^\"]+)\"");

    private final URI base;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private String csrf = "";
    private String post = "";

    Visitor(int port, Personas.Entry persona) {
        this.base = URI.create("http://127.0.0.1:" + port);
        csrf = find(CSRF, get("/help"));
        var answer = submit("/sign-in", Map.of("username", persona.username(), "password", persona.password()));
        if (answer.statusCode() != 303) {
            throw new IllegalStateException(persona.username() + " 登录未成：" + answer.statusCode());
        }
        csrf = find(CSRF, get("/help"));
    }

    /** The page, which must be there. */
    String get(String path) {
        var answer = send(HttpRequest.newBuilder(base.resolve(path)).GET());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + "：" + answer.statusCode());
        }
        return answer.body();
    }

    /** A download, as it arrives. */
    InputStream stream(String path) throws IOException {
        try {
            var answer = client.send(
                    HttpRequest.newBuilder(base.resolve(path)).GET().build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + "：" + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Opens a page with a form once, to learn the post its forms are filled in under. */
    void openForm(String path) {
        post = find(POST, get(path));
    }

    HttpResponse<String> submit(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        body + "&_csrf=" + encode(csrf) + (post.isEmpty() ? "" : "&_post=" + encode(post)))));
    }

    /** A form with a file, which goes out as it is read. */
    HttpResponse<String> upload(String path, Map<String, String> fields, Path file) throws IOException {
        var boundary = UUID.randomUUID().toString();
        var head = new StringBuilder();
        var all = new HashMap<>(fields);
        all.put("_csrf", csrf);
        all.put("_post", post);
        all.forEach((name, value) -> head.append(part(boundary, name))
                .append("\r\n\r\n")
                .append(value)
                .append("\r\n"));
        head.append(part(boundary, "file"))
                .append("; filename=\"")
                .append(file.getFileName())
                .append("\"\r\n\r\n");
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(head.toString()),
                        HttpRequest.BodyPublishers.ofFile(file),
                        HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
    }

    private static String part(String boundary, String name) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"";
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String find(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("页面里没有 " + pattern);
        }
        return found.group(1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
