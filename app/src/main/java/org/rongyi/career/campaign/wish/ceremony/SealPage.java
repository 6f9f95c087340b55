package org.rongyi.career.campaign.wish.ceremony;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.web.CampaignFacts;
import org.rongyi.career.campaign.wish.OpenedWishes;
import org.rongyi.career.campaign.wish.SealingKeys;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.Words;

/**
 * 封存和开启, for the office: the ceremony of the key, how many lists there are, and their opening.
 *
 * @param handed of how many people there is a list
 * @param people how many take part
 * @param missing while lists are taken, of those who have handed in nothing yet the first, as far as their names have the query in them
 * @param absent of how many that have handed in nothing yet those are the first
 * @param query part of a name; empty for all
 * @param mayMake whether the key may be made, or made anew
 * @param mayOpen whether the closing instant is past and nothing is open yet
 * @param neverReady whether the closing instant is past and lists could never be taken
 * @param opening none before it
 * @param troubles the lists that do not count
 */
public record SealPage(
        CampaignRecord campaign,
        SealingKeys.@Nullable Held key,
        long handed,
        long people,
        List<Missing> missing,
        long absent,
        String query,
        boolean mayMake,
        boolean mayOpen,
        boolean neverReady,
        OpenedWishes.@Nullable Opened opening,
        List<Trouble> troubles,
        String lost,
        Typed typed,
        FieldErrors errors)
        implements Page {

    /** Whose list does not count, and why. */
    public record Trouble(String name, String pseudonym, String why) {}

    /** Somebody without a list, and the counter's door to help him. */
    public record Missing(String name, String path) {}

    @Override
    public String title() {
        return "志愿的封存和开启";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("阳光安置", "/campaigns"), new Crumb(campaign.plan().title(), "/campaigns/" + campaign.id()));
    }

    public boolean isTaking() {
        return !missing.isEmpty() || !query.isEmpty();
    }

    /** How many have not handed in, and where the others are when not all are shown. */
    public String waiting() {
        var many = (query.isEmpty() ? "还没有交的 " : "找到还没有交的 ") + Words.number(absent) + " 人";
        return absent > missing.size() ? many + "，先列 " + missing.size() + " 人，其余请查找。" : many + "。";
    }

    public String path() {
        return "/campaigns/" + campaign.id() + "/seal";
    }

    public List<CampaignFacts.Datum> proof() {
        var key = this.key;
        return key == null
                ? List.of()
                : List.of(new CampaignFacts.Datum("公钥（SM2）", key.key().publicKey(), "志愿用它封存，公示页上也有。"));
    }

    public String export() {
        return path() + "/export.xlsx";
    }

    public String body(int number) {
        var key = this.key;
        return key == null ? "" : key.trustees().get(number - 1).body();
    }

    public String holder(int number) {
        var key = this.key;
        return key == null ? "" : key.trustees().get(number - 1).name() + "（" + body(number) + "）";
    }
}
