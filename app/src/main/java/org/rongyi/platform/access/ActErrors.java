package org.rongyi.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import org.rongyi.platform.act.CommandReused;
import org.rongyi.platform.act.NotAllowed;
import org.rongyi.platform.act.SecretWords;
import org.rongyi.platform.act.WrongPost;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.MessagePage;
import org.rongyi.platform.ui.Page;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What the runner of acts and the door refuse, as pages that say what to do next. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ActErrors {

    private static final MessagePage OVER = new MessagePage(
            403, "岗位或委托已经结束", "您的岗位已经免去，或者亲属委托已经撤回、到期，这一项没有办理。", "应当还能办的，工作人员请联系本单位的系统管理员，替亲属办事的请与他本人或服务站联系。");

    /** Whoever was signed out while he wrote has not lost what he wrote. */
    @ExceptionHandler
    ResponseEntity<Page> notAllowed(NotAllowed refused, HttpServletRequest request) {
        return ExpiredPage.of(request)
                .map(page -> Answer.show(HttpStatus.UNAUTHORIZED, page))
                .orElseGet(() -> answer(isOver(request) ? OVER : MessagePage.of(403)));
    }

    /** Signed in, and nothing is left to act under. */
    private static boolean isOver(HttpServletRequest request) {
        return SessionFilter.signedIn(request)
                .filter(who -> who.actor() instanceof Actor.Visitor && !who.mustBind())
                .isPresent();
    }

    @ExceptionHandler
    ResponseEntity<Page> wrongPost(WrongPost refused) {
        return answer(MessagePage.otherPost());
    }

    @ExceptionHandler
    ResponseEntity<Page> commandReused(CommandReused refused) {
        return answer(MessagePage.commandReused());
    }

    /** A reason that looks like a state secret, of an act that has no field of its own to say so by. */
    @ExceptionHandler
    ResponseEntity<Page> secretWords(SecretWords refused) {
        return answer(new MessagePage(422, "没有保存", refused.why(), "请按浏览器的“返回”，改好文字再提交；填好的还在。"));
    }

    @ExceptionHandler
    ResponseEntity<Page> tooMany(TooMany refused) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(refused.seconds()))
                .body(MessagePage.of(429));
    }

    private static ResponseEntity<Page> answer(MessagePage page) {
        return ResponseEntity.status(page.status()).body(page);
    }
}
