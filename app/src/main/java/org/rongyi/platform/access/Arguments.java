package org.rongyi.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;

/** Hands handlers the actor, the signed-in person and the form's command id. */
class Arguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        var type = parameter.getParameterType();
        return Actor.class.isAssignableFrom(type) || type == SignedIn.class || type == CommandId.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw new IllegalStateException("only servlet requests come here");
        }
        var type = parameter.getParameterType();
        if (type == CommandId.class) {
            return command(request);
        }
        if (type == SignedIn.class) {
            return SessionFilter.signedIn(request).orElseThrow(Arguments::malformed);
        }
        var actor = SessionFilter.actor(request);
        if (!type.isInstance(actor)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return actor;
    }

    private static CommandId command(HttpServletRequest request) {
        try {
            var post = request.getParameter("_post");
            return new CommandId(
                    UUID.fromString(request.getParameter("_command")),
                    post == null || post.isBlank() ? null : UUID.fromString(post));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw malformed();
        }
    }

    private static ResponseStatusException malformed() {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, "表单不完整，请返回后重新打开再提交");
    }
}
