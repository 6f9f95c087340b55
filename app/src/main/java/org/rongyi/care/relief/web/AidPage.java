package org.rongyi.care.relief.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.documents.attachment.UploadCheck;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.KeptFile;
import org.rongyi.platform.ui.field.Option;

/**
 * 申请困难帮扶援助, its 补正, or 补齐手续 after aid that was given first.
 *
 * @param action where the form goes
 * @param own the person himself fills it in
 * @param supplement what is asked for, when it is a 补正
 * @param known what is known already and not asked again
 * @param account the account of an earlier application, masked; none when there is none
 */
public record AidPage(
        PersonFile.View person,
        String action,
        String back,
        boolean own,
        @Nullable String supplement,
        List<String> known,
        @Nullable String account,
        Choices choices,
        AidForm form,
        Evidence evidence,
        FieldErrors errors)
        implements Page {

    /** What can be chosen: situations as far as they are for him, modes, materials. */
    public record Choices(List<Option> situations, List<Option> modes, List<Option> materials, String today) {}

    /**
     * The file field.
     *
     * @param form the form's command id, under which its files are kept until it is sent
     */
    public record Evidence(String form, List<KeptFile> kept, UploadCheck.Limits limits) {

        public String inWords() {
            return "证件、诊断书、费用结算单、事故认定书等，拍照即可。" + limits.inWords();
        }
    }

    @Override
    public String title() {
        return supplement == null ? "申请困难帮扶援助" : "补齐材料：困难帮扶援助";
    }

    @Override
    public List<Crumb> crumbs() {
        return own
                ? List.of(new Crumb("我的档案", "/me"))
                : List.of(new Crumb("人员名册", "/persons"), new Crumb(person.name(), "/persons/" + person.id()));
    }
}
