package org.rongyi.care.festival.web;

import java.util.List;
import org.rongyi.care.festival.AttachSlip;
import org.rongyi.care.festival.Campaign;
import org.rongyi.care.festival.CheckChange;
import org.rongyi.care.festival.Line;
import org.rongyi.care.festival.NameAccount;
import org.rongyi.care.festival.StrikeFromList;
import org.rongyi.care.fund.recovery.RecoveryDoors;
import org.rongyi.care.visit.RecordVisit;
import org.rongyi.platform.documents.attachment.Attachment;
import org.rongyi.platform.documents.attachment.UploadCheck;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.KeptFile;

/**
 * 名单上的一行: why he is on it, what he is given, how it was handed over, and what may be done about it.
 *
 * @param grounds every group he is in, in words
 * @param slips the signed papers
 * @param doors to 追回, for who may
 * @param typed what was sent and could not be taken
 */
public record LinePage(
        Line line,
        Campaign campaign,
        String place,
        String ground,
        String grounds,
        List<Attachment> slips,
        List<RecoveryDoors.Door> doors,
        Upload upload,
        Actor.Office reader,
        Typed typed,
        FieldErrors errors)
        implements Page {

    /** What the field of the slip shows. */
    public record Upload(String form, List<KeptFile> kept, UploadCheck.Limits limits) {}

    /** What stands in the fields again. */
    public record Typed(String bank, String number, String reason) {
        static final Typed NOTHING = new Typed("", "", "");
    }

    @Override
    public String title() {
        return campaign.title() + "：" + line.personName();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("节日慰问", "/festivals"), new Crumb(campaign.title(), "/festivals/" + campaign.id()));
    }

    @Override
    public String door() {
        return "/festivals";
    }

    public String path() {
        return "/festivals/lines/" + line.id();
    }

    public boolean mayVisit() {
        return line.state() == Line.State.APPROVED && Permission.mayPerform(RecordVisit.class, reader);
    }

    public boolean mayStrike() {
        if (!Permission.mayPerform(StrikeFromList.class, reader)) {
            return false;
        }
        return switch (campaign.state()) {
            case OPEN -> line.state() == Line.State.LISTED;
            case APPROVED ->
                campaign.isOf(reader) && (line.state() == Line.State.APPROVED || line.state() == Line.State.FALLEN);
            case CLOSED -> false;
        };
    }

    public boolean mayCheck() {
        var change = line.change();
        return campaign.state() == Campaign.State.OPEN
                && change != null
                && !change.isOf(reader)
                && (!change.checked() || line.state() == Line.State.STRUCK && reader.level() != Level.TOWN)
                && Permission.mayPerform(CheckChange.class, reader);
    }

    public boolean mayNameAccount() {
        boolean known = line.account() != null && line.moneyGrant() != null;
        return NameAccount.isNeeded(campaign, line) && !known && Permission.mayPerform(NameAccount.class, reader);
    }

    public boolean mayAttach() {
        return line.state() == Line.State.GIVEN && Permission.mayPerform(AttachSlip.class, reader);
    }
}
