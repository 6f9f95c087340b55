package org.rongyi.platform.ui.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.rongyi.platform.ui.Explained;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MultipartException;

/** What controllers and the framework throw becomes an answer; what the user may cause by himself is a 4xx. */
@ControllerAdvice
class FailureAdvice {

    private final Failures failures;

    FailureAdvice(Failures failures) {
        this.failures = failures;
    }

    @ExceptionHandler
    void fail(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (thrown instanceof AccessDeniedException || thrown instanceof AuthenticationException) {
            throw thrown; // the security chain knows what to do
        }
        if (thrown instanceof AsyncRequestNotUsableException) {
            return; // the browser has gone
        }
        answer(statusOf(thrown), thrown, request, response);
    }

    private void answer(int status, Exception thrown, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (thrown instanceof ErrorResponse told) {
            told.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        failures.answer(status, thrown, request, response);
    }

    private static int statusOf(Exception thrown) {
        return switch (thrown) {
            case Explained told -> told.page().status();
            case ErrorResponse told -> told.getStatusCode().value();
            case MultipartException ignored -> 400;
            case RequestRejectedException ignored -> 400;
            case InvalidParameterException ignored -> 400;
            case TypeMismatchException ignored -> 400;
            case HttpMessageNotReadableException ignored -> 400;
            default -> {
                if (BadValue.isCauseOf(thrown)) {
                    yield 400;
                }
                var said = AnnotatedElementUtils.findMergedAnnotation(thrown.getClass(), ResponseStatus.class);
                yield said == null ? 500 : said.code().value();
            }
        };
    }
}
