package org.rongyi.people.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.approval.apply.Request;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.NumberMask;
import org.rongyi.platform.secrecy.Secrets;

/**
 * 更正申请: what the file is to say. A part that is not named stays as it is.
 *
 * @param citizenId canonical, checked
 * @param phone empty: he has none any more
 * @param categories none: as they are
 * @param address where he lives, at the place that answers for him; with {@code groupName}, both or none
 * @param ground what is wrong, and what proves it
 */
public record CorrectionRequest(
        @Nullable String name,
        @Nullable String citizenId,
        @Nullable String phone,
        @Nullable Set<Category> categories,
        @Nullable String groupName,
        @Nullable String address,
        String ground)
        implements Request {

    private static final int LONGEST_GROUND = 300;

    public CorrectionRequest {
        categories = categories == null || categories.isEmpty() ? null : EnumSet.copyOf(categories);
    }

    /** Whether anything at all is to change. */
    public boolean isEmpty() {
        return name == null && citizenId == null && phone == null && categories == null && address == null;
    }

    /** 姓名、电话: what is to change, without saying into what. */
    public String parts() {
        var parts = new ArrayList<String>();
        add(parts, "姓名", name);
        add(parts, "身份证号", citizenId);
        add(parts, "电话", phone);
        add(parts, "人员类别", categories);
        add(parts, "住处", address);
        return String.join("、", parts);
    }

    @Override
    public Optional<Applied> objection(LocalDate today) {
        return ground.isBlank() || ground.length() > LONGEST_GROUND
                ? Optional.of(new Applied.Objected("ground", "请写明哪里不对、有什么证明"))
                : Optional.empty();
    }

    @Override
    public Optional<Secrets.Found> secret(Secrets secrets) {
        return secrets.look("address", address)
                .or(() -> secrets.look("group", groupName))
                .or(() -> secrets.look("ground", ground));
    }

    /** Whether it names a number, which is opened only for who has to check it. */
    public boolean hasNumbers() {
        return citizenId != null || phone != null && !phone.isEmpty();
    }

    static String words(Set<Category> categories) {
        return categories.stream().sorted().map(Category::zh).collect(Collectors.joining("、"));
    }

    String shownCitizenId(boolean clear) {
        var number = citizenId == null ? "" : citizenId;
        return clear ? number : CitizenId.mask(number);
    }

    String shownPhone(boolean clear) {
        var number = phone == null ? "" : phone;
        return number.isEmpty() ? "没有电话了" : clear ? number : NumberMask.phone(number);
    }

    private static void add(List<String> parts, String part, @Nullable Object value) {
        if (value != null) {
            parts.add(part);
        }
    }
}
