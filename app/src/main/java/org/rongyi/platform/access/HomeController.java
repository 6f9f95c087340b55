package org.rongyi.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Frame;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.Menu;
import org.rongyi.platform.ui.MenuEntry;
import org.rongyi.platform.ui.MessagePage;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.home.HomeCards;
import org.rongyi.platform.ui.home.HomeSection;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** 首页: visitors find what is public; whoever is signed in sees what waits for him, as the rooms put it there. */
@Controller
class HomeController {

    private static final String HOME = "/";
    private static final Frame.Item SIGN_IN = new Frame.Item("工作人员、退役军人登录", "/sign-in", Icon.PERSON, false);

    private final Menu menu;
    private final HomeCards cards;
    private final Transactions transactions;
    private final Clock clock;

    HomeController(Menu menu, HomeCards cards, Transactions transactions, Clock clock) {
        this.menu = menu;
        this.cards = cards;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A veteran starts at his own file, and who acts for one at those he acts for, which is one page already. */
    @Bean
    static MenuEntry homeDoor() {
        return new MenuEntry(
                "首页", HOME, Icon.HOME, 0, actor -> !(actor instanceof Actor.Self || actor instanceof Actor.Kin));
    }

    @GetMapping(HOME)
    @Allow(everyone = true)
    ResponseEntity<?> home(Actor actor, HttpServletRequest request) {
        return switch (actor) {
            case Actor.Office office -> ResponseEntity.ok(day(office));
            case Actor.Self _, Actor.Kin _ -> SignInController.seeOther(firstDoor(actor));
            case Actor.Visitor visitor ->
                ResponseEntity.ok(
                        SessionFilter.signedIn(request).isEmpty()
                                ? front(visitor)
                                : new MessagePage(
                                        200,
                                        "没有在任岗位",
                                        "您的账号现在没有任何在任的岗位，也没有在用的亲属委托，所以没有可办的事。",
                                        "如果应当有，工作人员请联系本单位的系统管理员，替亲属办事的请与他本人或服务站联系。"));
            case Actor.Client client -> throw new IllegalStateException(client.name() + " opens no page");
            case Actor.Job job -> throw new IllegalStateException(job.name() + " opens no page");
        };
    }

    private HomePage day(Actor.Office office) {
        var sections = sections(office);
        return new HomePage(
                office.name() + "，您好",
                Words.dayOfWeek(LocalDate.now(clock)),
                sections,
                sections.isEmpty() ? doors(office) : List.of());
    }

    private HomePage front(Actor.Visitor visitor) {
        return new HomePage("退役军人服务", "找到身边的退役军人服务中心（站），问政策、办事情。", sections(visitor), List.of(SIGN_IN));
    }

    private List<HomeSection> sections(Actor reader) {
        return transactions.read(reader, () -> cards.sectionsFor(reader));
    }

    private List<Frame.Item> doors(Actor reader) {
        return items(reader).stream().filter(item -> !item.path().equals(HOME)).toList();
    }

    private String firstDoor(Actor reader) {
        return items(reader).stream().map(Frame.Item::path).findFirst().orElse("/account");
    }

    private List<Frame.Item> items(Actor reader) {
        return transactions.readAlike(reader, () -> menu.itemsFor(reader, HOME));
    }
}
