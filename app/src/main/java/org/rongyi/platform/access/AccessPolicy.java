package org.rongyi.platform.access;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.springframework.stereotype.Component;

/** What other limits would do: they are asked at each try, and nothing that is kept changes. */
@Component
class AccessPolicy implements PolicyReader {

    @Override
    public String room() {
        return "门禁";
    }

    @Override
    public Set<String> reads() {
        return Stream.concat(
                        Arrays.stream(RateLimits.Kind.values()).map(RateLimits.Kind::parameter),
                        Stream.of(
                                PublicLimit.PARAMETER,
                                Delegations.LONGEST,
                                SmsCodes.MINUTES,
                                SmsCodes.TRIES,
                                LockTerms.FAILURES,
                                LockTerms.MINUTES,
                                SessionTerms.IDLE,
                                SessionTerms.LONGEST,
                                Passwords.SHORTEST))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        if (id.equals(Delegations.LONGEST)) {
            return List.of("生效以后，一次岗位代理最长 " + changed.numberInWords() + " 天；此前指定的代理不变。");
        }
        if (id.equals(SmsCodes.MINUTES)) {
            return List.of("生效以后发出的登录验证码，" + changed.numberInWords() + " 分钟内有效；已发出的不变。");
        }
        if (id.equals(LockTerms.FAILURES)) {
            return List.of("生效以后，口令或验证码连续 " + changed.numberInWords() + " 次不对就锁定；已经数的次数接着数。");
        }
        if (id.equals(LockTerms.MINUTES)) {
            return List.of("生效以后锁定的账号，锁定 " + changed.numberInWords() + " 分钟；已经锁定的不变。");
        }
        if (id.equals(SessionTerms.IDLE)) {
            return List.of("生效那一刻起，超过 " + changed.numberInWords() + " 分钟没有操作的要重新登录；已经登录的也照此。");
        }
        if (id.equals(SessionTerms.LONGEST)) {
            return List.of("生效那一刻起，登录满 " + changed.numberInWords() + " 小时的要重新登录；已经登录的也照此。");
        }
        if (id.equals(Passwords.SHORTEST)) {
            return List.of("生效以后设置的口令不少于 " + changed.numberInWords() + " 个字符；原来的口令照用。");
        }
        if (id.startsWith("access.sms.")) {
            return List.of("生效以后，手机验证码登录超过 " + changed.numberInWords() + " 次即请其稍后再试；此前已数的次数接着数。");
        }
        return List.of("生效以后，同一网络地址超过 " + changed.numberInWords() + " 次即请其稍后再试；此前已数的次数接着数。");
    }
}
