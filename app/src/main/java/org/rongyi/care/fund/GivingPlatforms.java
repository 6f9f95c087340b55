package org.rongyi.care.fund;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Component;

/**
 * 慈善组织互联网募捐信息平台: gifts are raised online on those the civil affairs ministry designated and nowhere else (慈善法 2016
 * 第二十三条, 2023 第二十七条). They were designated in batches; an entry's code is the host of the platform.
 */
@Component
public class GivingPlatforms {

    private static final List<String> BATCHES =
            List.of("fund.platform.first", "fund.platform.second", "fund.platform.third");
    private static final int HTTPS = 443;

    private final Policy policy;

    GivingPlatforms(Policy policy) {
        this.policy = policy;
    }

    /** A charity's page on a platform, by the platform's name. */
    public record Door(String platform, String address) {}

    /** Where gifts are made for this charity on the day; none while it has no page on a platform designated then. */
    public @Nullable Door door(Fund.@Nullable Charity charity, LocalDate on) {
        var address = charity == null ? null : charity.platform();
        return address == null
                ? null
                : find(address, on)
                        .map(platform -> new Door(platform.zh(), address))
                        .orElse(null);
    }

    /** The platform an address belongs to: its host or one below it, by https, and nothing that only looks like it. */
    Optional<Choice> find(String address, LocalDate on) {
        return host(address)
                .flatMap(host -> designated(on).stream()
                        .filter(one -> host.equals(one.code()) || host.endsWith("." + one.code()))
                        .findFirst());
    }

    public boolean isDesignated(String address, LocalDate on) {
        return find(address, on).isPresent();
    }

    /** 腾讯公益（gongyi.qq.com）、…, for whoever types an address. */
    public String inWords(LocalDate on) {
        return designated(on).stream()
                .map(one -> one.zh() + "（" + one.code() + "）")
                .collect(Collectors.joining("、"));
    }

    private List<Choice> designated(LocalDate on) {
        return BATCHES.stream()
                .flatMap(batch -> policy.choices(batch, on).stream())
                .toList();
    }

    private static Optional<String> host(String address) {
        try {
            var uri = new URI(address);
            boolean plain = "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getRawUserInfo() == null
                    && (uri.getPort() == -1 || uri.getPort() == HTTPS);
            return plain
                    ? Optional.ofNullable(uri.getHost()).map(host -> host.toLowerCase(Locale.ROOT))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
