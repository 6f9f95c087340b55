package org.rongyi.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Menu;
import org.rongyi.platform.ui.MessagePage;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** 首页: visitors find what is public; whoever is signed in stands at the first door of the day's work. */
@Controller
class HomeController {

    private final Menu menu;

    HomeController(Menu menu) {
        this.menu = menu;
    }

    @GetMapping("/")
    @Allow(everyone = true)
    ResponseEntity<?> home(Actor actor, HttpServletRequest request) {
        var doors = menu.itemsFor(actor, "/");
        Optional<SignedIn> who = SessionFilter.signedIn(request);
        if (who.isEmpty()) {
            return ResponseEntity.ok(new HomePage(doors));
        }
        if (actor instanceof Actor.Visitor) {
            return ResponseEntity.ok(
                    new MessagePage(200, "没有在任岗位", "您的账号现在没有任何在任的岗位，所以没有可办的事。", "如果应当有，请联系本单位的系统管理员。"));
        }
        return SignInController.seeOther(
                doors.isEmpty() ? "/account" : doors.getFirst().path());
    }
}
