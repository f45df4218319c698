using BankAdmin.Domain.Users;
using BankAdmin.Web.Forms;
using Microsoft.AspNetCore.Html;
using static BankAdmin.Web.Forms.Html;

namespace BankAdmin.Web.Features.Users.Shared;

/// <summary>A state in a list: a bad one is a dark tag that breaks between its words only. No partial: it stands in every row.</summary>
public static class StateMark
{
    public static IHtmlContent Of(StateName state) => !state.Stops
        ? new HtmlContentBuilder().Append(state.ToString())
        : Tag("span", With("class", "badge badge-stop")).Holding(
            Tag("span", With("class", "nb")).Text(state.Scope), Tag("wbr"), Tag("span", With("class", "nb")).Text(state.Condition));
}
