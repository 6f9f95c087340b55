package org.rongyi.platform.ui.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.rongyi.platform.kernel.Allow;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What fails before or after the controllers, in a filter or in the server itself, comes here. */
@Controller
class ErrorPages implements ErrorController {

    private final Failures failures;

    ErrorPages(Failures failures) {
        this.failures = failures;
    }

    @RequestMapping("/error")
    @Allow(everyone = true)
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        var cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable t ? t : null;
        failures.answer(status, cause, request, response);
    }
}
