package org.rongyi.career.campaign.wish.ceremony;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.list.ListFile;
import org.rongyi.career.campaign.web.CampaignDesk;
import org.rongyi.career.campaign.wish.MakeSealingKey;
import org.rongyi.career.campaign.wish.SealedLists;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 交志愿名册 for Excel and for paper: who has handed in and who has not, never what. */
@Controller
class TurnoutController {

    private static final List<String> COLUMNS = List.of("姓名", "代号", "交了没有", "什么时候", "怎么封存的", "谁交的");

    private final SealedLists lists;
    private final ListFile file;
    private final CampaignDesk desk;
    private final Transactions transactions;

    TurnoutController(SealedLists lists, ListFile file, CampaignDesk desk, Transactions transactions) {
        this.lists = lists;
        this.file = file;
        this.desk = desk;
        this.transactions = transactions;
    }

    @GetMapping({"/campaigns/{campaign}/seal/export.xlsx", "/campaigns/{campaign}/seal/print"})
    @Allow(act = MakeSealingKey.class)
    void export(Actor.Office actor, @PathVariable UUID campaign, HttpServletResponse response) {
        var one = transactions.read(actor, () -> desk.requireOwn(campaign, actor));
        file.send(
                actor,
                response,
                one,
                ListFile.Sheet.whole("交志愿名册", COLUMNS, "/campaigns/" + campaign + "/seal"),
                row -> lists.eachTurnout(campaign, who -> row.of(cells(who))));
    }

    private static List<String> cells(SealedLists.Turnout who) {
        var at = who.at();
        var how = who.how();
        return List.of(
                who.name(),
                who.pseudonym(),
                at == null ? "没有交" : "交了",
                at == null ? "" : Words.moment(at),
                how == null ? "" : how.zh(),
                who.by());
    }
}
