package io.skyferry.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.skyferry.browser.kit.Visit;
import io.skyferry.functional.kit.Deployment;
import org.junit.jupiter.api.Test;

/** Clients and audit trail, for administrators. */
class AdministratorPagesIT {
    private static final String KEY = "a-key-that-is-never-shown";

    @Test
    void adds_changes_and_deactivates_a_client() {
        try (Visit visit = Visit.begin()) {
            visit.open("/").signIn(Deployment.ADMINISTRATOR).open("/clients").seesHeading("Sign-in clients");

            visit.click(visit.button("Add a client"));
            fill(visit, "Client id", "second-tenant");
            fill(visit, "Client key", KEY);
            fill(visit, "Name", "The second tenant");
            fill(visit, "Tenant id", "second");
            fill(visit, "Tenant’s address", Deployment.running().tapis().baseUrl());
            visit.click(visit.button("Add")).seesHeading("The second tenant");
            Locator card = visit.page()
                    .getByLabel("second-tenant", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true));

            visit.click(card.getByText("Change"));
            fill(visit, "Description", "Of another university");
            visit.click(visit.button("Save")).sees("Of another university");
            visit.click(card.getByText("Deactivate"));
            visit.click(visit.page()
                    .getByRole(AriaRole.DIALOG)
                    .getByText("Deactivate")
                    .last());
            assertThat(card).containsText("Inactive");
            visit.click(card.getByText("Activate"));
            assertThat(card.locator(".state")).containsText("Active");

            org.assertj.core.api.Assertions.assertThat(visit.page().content()).doesNotContain(KEY);
            visit.open("/audit").sees("PUT /skyferry/oauth-clients/{client_id}");
            visit.page().getByLabel("What begins with").fill("DELETE /skyferry/oauth");
            visit.page().getByLabel("What begins with").press("Enter");
            assertThat(visit.page().locator(".rows tbody tr:not(.gap)").first())
                    .containsText("DELETE /skyferry/oauth-clients/{client_id}");
            assertThat(visit.page().locator(".rows tbody tr:not(.gap)").first()).containsText("second-tenant");
        }
    }

    @Test
    void says_what_is_wrong_with_a_client_beside_the_form() {
        try (Visit visit = Visit.begin()) {
            visit.open("/").signIn(Deployment.ADMINISTRATOR).open("/clients").seesHeading("Sign-in clients");

            visit.click(visit.button("Add a client"));
            fill(visit, "Client id", "with spaces in it");
            visit.click(visit.button("Add")).sees("'client_id' may have letters, digits");

            assertThat(visit.page().getByLabel("Client id")).hasValue("with spaces in it");
        }
    }

    private static void fill(Visit visit, String label, String text) {
        visit.page()
                .locator("#client")
                .getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .fill(text);
    }
}
