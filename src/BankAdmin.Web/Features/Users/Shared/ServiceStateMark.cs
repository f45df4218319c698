using BankAdmin.Domain.Users;
using BankAdmin.Web.Forms;
using Microsoft.AspNetCore.Html;
using static BankAdmin.Web.Forms.Html;

namespace BankAdmin.Web.Features.Users.Shared;

/// <summary>サービス状態 in a list: a bad one is a dark tag that breaks between its words only. No partial: it stands in every row.</summary>
public static class ServiceStateMark
{
    public static IHtmlContent Of(ServiceState state)
    {
        if (state == ServiceState.Active)
        {
            return new HtmlContentBuilder().Append(state.Name());
        }

        var (scope, condition) = state.Words();
        return Tag("span", With("class", "badge badge-stop")).Holding(
            Tag("span", With("class", "nb")).Text(scope), Tag("wbr"), Tag("span", With("class", "nb")).Text(condition));
    }
}
