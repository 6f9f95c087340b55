package org.rongyi.care.fund;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * 资金.
 *
 * @param number its short number, by which people call it
 * @param code where the unit that manages it stands; it and its superiors see all of the books
 * @param document what it was set up by
 * @param trustee who invests the principal
 * @param charity the charity that keeps the gifts, with its papers; none where there are no gifts
 */
public record Fund(
        UUID id,
        String number,
        String name,
        FundKind kind,
        UUID unit,
        String unitName,
        DivisionCode code,
        String document,
        @Nullable String trustee,
        @Nullable Charity charity,
        LocalDate openedOn,
        @Nullable LocalDate closedOn) {

    /**
     * 依托的慈善组织 (慈善法): the gifts are its, the receipts too.
     *
     * @param creditCode 统一社会信用代码, also the number of its registration
     * @param licence 公开募捐资格证书编号; none for who may not raise in public
     * @param plan 募捐方案备案编号
     * @param platform its page on a designated platform, where gifts are made; never here. As it was set up with, or changed since
     */
    public record Charity(
            String name,
            String creditCode,
            @Nullable String licence,
            @Nullable String plan,
            @Nullable String platform) {}
}
