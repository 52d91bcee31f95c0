package io.skyferry.notice.rest;

import io.skyferry.notice.news.Occasion;
import io.skyferry.platform.config.NoticeSettings;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.rest.Fields;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Wishes as they come in; what is absent stays as it is. */
public record NoticesBody(String address, Boolean mailOn, List<String> occasions, Integer digestMinutes) {
    private static final int MOST_MINUTES = 1440;

    /** @throws Failure INVALID_REQUEST, which names the field; CONFLICT for an address where no mail is sent */
    NoticesBody checked(boolean mailAvailable) {
        if (address != null && !address.isEmpty()) {
            if (!NoticeSettings.isMailAddress(address)) {
                throw Fields.invalid("address", "must be one bare mail address");
            }
            if (!mailAvailable) {
                throw new Failure(ErrorCode.CONFLICT, "This installation sends no mail.");
            }
        }
        if (digestMinutes != null && (digestMinutes < 0 || digestMinutes > MOST_MINUTES)) {
            throw Fields.invalid("digest_minutes", "must be from 0 to " + MOST_MINUTES);
        }
        wantedOccasions();
        return this;
    }

    Optional<String> givenAddress() {
        return Optional.ofNullable(address);
    }

    Optional<Boolean> wantedMail() {
        return Optional.ofNullable(mailOn);
    }

    Optional<Integer> wantedMinutes() {
        return Optional.ofNullable(digestMinutes);
    }

    Optional<Set<Occasion>> wantedOccasions() {
        if (occasions == null) {
            return Optional.empty();
        }
        Set<Occasion> wanted = EnumSet.noneOf(Occasion.class);
        for (String name : occasions) {
            wanted.add(Occasion.find(String.valueOf(name))
                    .filter(occasion -> occasion != Occasion.TEST)
                    .orElseThrow(() -> Fields.invalid("occasions", "has a name that is not known")));
        }
        return Optional.of(wanted);
    }
}
