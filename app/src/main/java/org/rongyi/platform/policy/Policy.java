package org.rongyi.platform.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * The dated parameters and lists: those of {@code policy/**.yaml}, and above them what was agreed to on screen, which
 * other processes see a second later at most. Asked by the business date of the case.
 */
public class Policy {

    private final Supplier<PolicyState> state;
    private final Runnable forget;

    /** Rules that stay as they are. */
    Policy(Supplier<PolicyState> state) {
        this(state, () -> {});
    }

    Policy(Supplier<PolicyState> state, Runnable forget) {
        this.state = state;
        this.forget = forget;
    }

    /** The parameter with its history. */
    public Parameter get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("没有参数 " + id));
    }

    public Optional<Parameter> find(String id) {
        return Optional.ofNullable(state.get().parameters().get(id));
    }

    /** All of them, by id. */
    public Collection<Parameter> parameters() {
        return state.get().parameters().values();
    }

    /** The whole number in force on the business date in the whole province. */
    public int number(String id, LocalDate on) {
        return get(id).on(on).number().intValueExact();
    }

    /** The number in force on the business date at a place. */
    public BigDecimal amount(String id, LocalDate on, DivisionCode where) {
        return get(id).on(on, where).number();
    }

    /** Whether one of them is ours and waits for the office to confirm it: then the screen says so. */
    public boolean isProposed(LocalDate on, String... ids) {
        return Arrays.stream(ids).anyMatch(id -> get(id).on(on).source().isProposed());
    }

    /** Names of those parameters and lists that are ours and wait for the office to confirm them. */
    public List<String> proposed(LocalDate on, Collection<String> ids) {
        return ids.stream()
                .sorted()
                .flatMap(id -> find(id)
                        .map(parameter -> parameter.allOn(on).stream()
                                        .anyMatch(value -> value.source().isProposed())
                                ? parameter.zh()
                                : "")
                        .or(() -> findList(id).map(list -> list.source().isProposed() ? list.zh() : ""))
                        .stream())
                .filter(name -> !name.isEmpty())
                .toList();
    }

    public Optional<ChoiceList> findList(String id) {
        return Optional.ofNullable(state.get().lists().get(id));
    }

    /** All of them, by id. */
    public Collection<ChoiceList> lists() {
        return state.get().lists().values();
    }

    /** The entries of a dated list in force on the business date in the whole province, in the document's order. */
    public List<Choice> choices(String id, LocalDate on) {
        return inForce(id, on).filter(choice -> choice.places().isEmpty()).toList();
    }

    /** Those in force at a place: where a place has entries of its own, they stand in the place of the province's. */
    public List<Choice> choices(String id, LocalDate on, DivisionCode where) {
        var held = inForce(id, on)
                .filter(choice -> choice.closeness(where).isPresent())
                .toList();
        var closest = held.stream()
                .map(choice -> choice.closeness(where).orElseThrow())
                .min(Comparator.naturalOrder());
        return held.stream()
                .filter(choice -> choice.closeness(where).equals(closest))
                .toList();
    }

    private Stream<Choice> inForce(String id, LocalDate on) {
        return findList(id).orElseThrow(() -> new IllegalArgumentException("没有名录 " + id)).entries().stream()
                .filter(choice -> choice.isInForce(on));
    }

    /** Chinese text of a list's entry, in force or not: old records keep their words. */
    public String label(String id, String code) {
        return findList(id).stream()
                .flatMap(list -> list.entries().stream())
                .filter(choice -> choice.code().equals(code))
                .map(Choice::zh)
                .findFirst()
                .orElse(code);
    }

    /** The next question looks at the database: for the one who has just changed it. */
    public void forget() {
        forget.run();
    }

    /** The same rules as they would be with one value more: for looking at what it would touch. */
    public Policy asIf(String id, Parameter.Value value) {
        var changed = state.get().with(id, value);
        return new Policy(() -> changed);
    }
}
