package org.rongyi.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.Page;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/**
 * 登录已过期: a form was handed in after the session had ended. It is given back as it was typed, to be handed in again
 * under the same number once its writer has signed in; files have to be chosen again.
 *
 * @param action where the form goes
 * @param multipart whether it carries files
 * @param files names of the fields in which files had been chosen
 */
public record ExpiredPage(String action, boolean multipart, List<Field> fields, List<String> files) implements Page {

    private static final String CSRF = "_csrf";

    /** One value of a field, as it was typed. */
    public record Field(String name, String value) {}

    public ExpiredPage {
        fields = List.copyOf(fields);
        files = List.copyOf(files);
    }

    /** None where nothing was handed in by somebody who had been signed in, or where it should not be shown again. */
    static Optional<ExpiredPage> of(HttpServletRequest request) {
        boolean hadSession = TokenCookie.SESSION.read(request).isPresent()
                && SessionFilter.signedIn(request).isEmpty();
        if (!hadSession || !"POST".equals(request.getMethod())) {
            return Optional.empty();
        }
        var fields = new ArrayList<Field>();
        for (var typed : new TreeMap<>(request.getParameterMap()).entrySet()) {
            if (isSecret(typed.getKey())) {
                return Optional.empty();
            }
            if (!typed.getKey().equals(CSRF)) {
                Arrays.stream(typed.getValue()).forEach(value -> fields.add(new Field(typed.getKey(), value)));
            }
        }
        var parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        return Optional.of(new ExpiredPage(request.getRequestURI(), parts != null, fields, chosen(parts)));
    }

    private static boolean isSecret(String field) {
        return field.toLowerCase(Locale.ROOT).contains("password") || field.equals("code");
    }

    private static List<String> chosen(@Nullable MultipartHttpServletRequest parts) {
        return parts == null
                ? List.of()
                : parts.getMultiFileMap().entrySet().stream()
                        .filter(field -> field.getValue().stream().anyMatch(file -> !file.isEmpty()))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
    }

    @Override
    public String title() {
        return "登录已过期";
    }
}
